/**
 * A chart as every reader can have it: heading, one sentence that says what it shows, the drawing with a cursor for
 * the keyboard, and the same data as a table. One tab stop; arrows, Home and End move, Escape leaves, Enter opens.
 */
import type { ComponentChildren } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CurrentPageContext, useTexts } from '../page-context.ts';

type Rows = readonly (readonly string[])[];

export interface FigureProps<P> {
  readonly title: string;
  readonly sentence: string;
  readonly head: readonly string[];
  readonly rows: Rows | (() => Rows);
  /** Where the cursor can be, and what it says there. */
  readonly places: readonly P[];
  readonly say: (place: P, at: number) => string;
  /** How far up and down move, in places; 0 when the chart has one row. */
  readonly stride?: number;
  /** Left and right move by this many places (a calendar runs down its columns). */
  readonly across?: number;
  readonly height: number | ((width: number) => number);
  readonly draw: (width: number, cursor: number | null) => ComponentChildren;
  readonly open?: ((place: number) => void) | undefined;
  readonly legend?: ComponentChildren | ((width: number) => ComponentChildren);
  readonly class?: string | undefined;
  /** Named without a heading, where one would only be for those who hear it. */
  readonly quiet?: boolean;
  /** What its width will most likely be: drawn at once and put right if it isn't, not measured before. */
  readonly likely?: number | undefined;
}

/** Larger text is 17 px in place of 14 (style.css): a chart is drawn larger as a whole, and so has room for its words. */
const largerBy = 17 / 14;

/** The width of an element in CSS pixels, followed. */
function useWidth(likely = 0) {
  const ref = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(likely);
  // Before the first paint: an empty drawing is not worth one. To measure now costs a layout of the page.
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => setWidth(element.clientWidth);
    if (likely === 0) measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [likely]);
  return [ref, width] as const;
}

export function Figure<P>(props: FigureProps<P>) {
  const { title, sentence, places, stride = 0, across = 1, open } = props;
  const texts = useTexts('common');
  const [asTable, setAsTable] = useState(false);
  const [cursor, setCursor] = useState<number | null>(null);
  const [ref, measured] = useWidth(props.likely);
  // The popup has no such shell: there only the words grow, by its style sheet.
  const scale = useContext(CurrentPageContext)?.settings.largerText === true ? largerBy : 1;
  const width = measured / scale;
  const last = places.length - 1;
  const height = typeof props.height === 'number' ? props.height : props.height(width);
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: across, ArrowLeft: -across, ArrowDown: stride, ArrowUp: -stride }[event.key];
    const at = cursor ?? (by !== undefined && by < 0 ? last + 1 : -1);
    if (event.key === 'Home') setCursor(0);
    else if (event.key === 'End') setCursor(last);
    else if (event.key === 'Escape') {
      setCursor(null);
      (event.currentTarget as HTMLElement).blur();
    } else if (event.key === 'Enter' && cursor !== null && open !== undefined) open(cursor);
    else if (by) setCursor(cursor === null ? (by > 0 ? 0 : last) : at + by < 0 || at + by > last ? cursor : at + by);
    else return;
    event.preventDefault();
  };
  /** A mark says its place, or the area of all bars how wide each is. */
  const placeOf = (event: MouseEvent) => {
    const { at, left, slot } = (event.target as SVGElement).dataset;
    if (slot === undefined) return at === undefined ? null : Number(at);
    const svg = (event.currentTarget as Element).querySelector('svg') as SVGElement;
    const x = (event.clientX - svg.getBoundingClientRect().left) / scale - Number(left);
    return Math.max(0, Math.min(last, Math.floor(x / Number(slot))));
  };
  const change =
    places.length === 0 ? null : (
      <button type="button" class="link switch no-print" onClick={() => setAsTable(!asTable)}>
        {asTable ? texts.showChart : texts.show}
      </button>
    );
  return (
    <figure ref={ref} class={props.class} aria-label={props.quiet ? title : undefined}>
      {props.quiet ? (
        change
      ) : (
        <div class="head">
          <h2>{title}</h2>
          {change}
        </div>
      )}
      <p class="sentence">{sentence}</p>
      {asTable ? (
        <div class="wide">
          <FigureTable
            caption={title}
            head={props.head}
            rows={typeof props.rows === 'function' ? props.rows() : props.rows}
          />
        </div>
      ) : places.length === 0 ? null : (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form */}
          <div
            class="plot"
            role="group"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the cursor moves with the arrow keys
            tabIndex={0}
            aria-label={`${title} · ${texts.keys}`}
            onKeyDown={move}
            onPointerMove={(e) => setCursor(placeOf(e) ?? cursor)}
            onPointerLeave={() => setCursor(null)}
            onClick={(e) => {
              const place = placeOf(e);
              if (place !== null) open?.(place);
            }}
          >
            <svg
              role="img"
              aria-label={sentence}
              width={measured}
              height={height * scale}
              viewBox={`0 0 ${width} ${height}`}
            >
              {width > 0 ? props.draw(width, cursor) : null}
            </svg>
          </div>
          {typeof props.legend === 'function' ? props.legend(width) : props.legend}
          <p class="cursor soft" aria-live="polite">
            {cursor === null || cursor > last ? '' : props.say(places[cursor] as P, cursor)}
          </p>
        </>
      )}
    </figure>
  );
}

function FigureTable({ caption, head, rows }: { caption: string; head: readonly string[]; rows: Rows }) {
  return (
    <table class={head.length > 3 ? 'blocks' : undefined}>
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          {head.map((name, i) => (
            <th key={name} scope="col" class={i === 0 ? undefined : 'n'}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...rest]) => (
          <tr key={first}>
            <th scope="row">{first}</th>
            {rest.map((value, i) => (
              <td key={head[i + 1]} class="n" data-name={head[i + 1]}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
