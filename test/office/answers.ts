/** What the office's servers answer: validation, error codes under HTTP 200, uniqueness, drafts, and an account of it all. */

export const happenings = [
  'page',
  'login',
  'save',
  'refused',
  'draft',
  'unique',
  'search',
  'delete',
  'check-in',
  'upload',
  'like',
  'forward',
  'received',
  'reply',
  'lesson',
] as const;

/** One thing that reached the server. */
export interface Happened {
  /** Wall-clock milliseconds. */
  readonly at: number;
  readonly host: string;
  readonly sort: (typeof happenings)[number];
  /** The form or page. */
  readonly what: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface Asked {
  readonly host: string;
  /** The path under /api/, e.g. `save` or `save/household`. */
  readonly name: string;
  readonly url: URL;
  readonly body: Readonly<Record<string, string>>;
  readonly account: Happened[];
  readonly at: number;
}

interface Reply {
  readonly status?: number;
  readonly json?: unknown;
  readonly html?: string;
}

/** A household may be registered once per system; this prefix is a number the operator took back. */
const deadPhones = '199';

export function answerFor({ host, name, url, body, account, at }: Asked): Reply {
  const [verb = '', what = ''] = name.split('/');
  const note = (sort: Happened['sort'], fields: Readonly<Record<string, string>> = body) => {
    account.push({ at, host, sort, what, fields });
  };
  const saved = account.filter((h) => h.host === host && h.sort === 'save' && h.what === what);
  switch (verb) {
    case 'save': {
      // The code travels under HTTP 200, as it does in most of these systems.
      const trouble = body.phone?.startsWith(deadPhones)
        ? '保存失败：联系电话校验不通过'
        : body.idNumber && saved.some((h) => h.fields.idNumber === body.idNumber)
          ? '保存失败：该身份证号本期已登记'
          : null;
      note(trouble === null ? 'save' : 'refused');
      if (url.searchParams.get('as') === 'page')
        return { html: `<!doctype html><meta charset="utf-8"><p class="result">${trouble ?? '保存成功'}</p>` };
      return { json: trouble === null ? { code: 200, msg: '操作成功' } : { code: 500, msg: trouble } };
    }
    case 'unique': {
      note('unique');
      return { json: { code: 200, used: saved.some((h) => h.fields.idNumber === body.idNumber) } };
    }
    case 'search': {
      note('search', Object.fromEntries(url.searchParams));
      const wanted = url.searchParams.get('q') ?? '';
      const rows = saved.map((h) => h.fields).filter((f) => JSON.stringify(f).includes(wanted));
      return { json: { code: 200, rows } };
    }
    case 'draft':
    case 'login':
    case 'delete':
    case 'check-in':
    case 'upload':
    case 'like':
    case 'forward':
    case 'received':
    case 'reply':
    case 'lesson':
      note(verb);
      return { json: { code: 200, msg: '操作成功' } };
    default:
      return { status: 404, json: { code: 404, msg: 'not here' } };
  }
}
