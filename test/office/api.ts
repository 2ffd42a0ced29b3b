/**
 * The API of the servers of the test office: validation, errors with HTTP status 200, a check for duplicates, drafts.
 * Logs every request.
 */

export const requestKinds = [
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

/** One request that reached the server. */
export interface LoggedRequest {
  /** Wall-clock milliseconds. */
  readonly at: number;
  readonly host: string;
  readonly kind: (typeof requestKinds)[number];
  /** The name of the form or page. */
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface ApiRequest {
  readonly host: string;
  /** The path under /api/, e.g. `save` or `save/household`. */
  readonly name: string;
  readonly url: URL;
  readonly body: Readonly<Record<string, string>>;
  readonly log: LoggedRequest[];
  readonly at: number;
}

interface ApiReply {
  readonly status?: number;
  readonly json?: unknown;
  readonly html?: string;
}

/** Telephone numbers with this prefix are refused. */
const refusedPhonePrefix = '199';

/**
 * Answers one request and logs it. `save` refuses a telephone number with the wrong prefix, and an identity number that
 * this system already has, because a household may be registered only once.
 */
export function handleApiRequest({ host, name: path, url, body, log, at }: ApiRequest): ApiReply {
  const [verb = '', name = ''] = path.split('/');
  const note = (kind: LoggedRequest['kind'], fields: Readonly<Record<string, string>> = body) => {
    log.push({ at, host, kind, name, fields });
  };
  const saved = log.filter((request) => request.host === host && request.kind === 'save' && request.name === name);
  switch (verb) {
    case 'save': {
      // The status is 200 also for a refusal, as in most of these systems.
      const error = body.phone?.startsWith(refusedPhonePrefix)
        ? '保存失败：联系电话校验不通过'
        : body.idNumber && saved.some((request) => request.fields.idNumber === body.idNumber)
          ? '保存失败：该身份证号本期已登记'
          : null;
      note(error === null ? 'save' : 'refused');
      if (url.searchParams.get('as') === 'page')
        return { html: `<!doctype html><meta charset="utf-8"><p class="result">${error ?? '保存成功'}</p>` };
      return { json: error === null ? { code: 200, msg: '操作成功' } : { code: 500, msg: error } };
    }
    case 'unique': {
      note('unique');
      return { json: { code: 200, used: saved.some((request) => request.fields.idNumber === body.idNumber) } };
    }
    case 'search': {
      note('search', Object.fromEntries(url.searchParams));
      const wanted = url.searchParams.get('q') ?? '';
      const rows = saved.map((request) => request.fields).filter((f) => JSON.stringify(f).includes(wanted));
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
      return { status: 404, json: { code: 404, msg: 'not found' } };
  }
}
