/**
 * Charts of the dashboard and the popup. To add one, write a component here that passes its data to `Figure`, add its
 * texts under `strings/`, and show it in a tab.
 *
 * `Figure` makes a chart accessible. It adds a heading, a one-sentence summary, a cursor for the keyboard, and a table
 * with the same data. The drawing is one tab stop; arrows, Home and End move the cursor, Escape leaves, Enter opens.
 */
import type { ComponentChildren } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CurrentPageContext, useTexts } from '../page-context.ts';

type TableRows = readonly (readonly string[])[];

/** The data of a chart. */
export interface FigureProps<P> {
  readonly title: string;
  /** One sentence that sums up the chart. */
  readonly summary: string;
  /** The column heads and the rows of the table. The first cell of a row is the name of the row. */
  readonly columns: readonly string[];
  readonly rows: TableRows | (() => TableRows);
  /** The points at which the cursor can stand, and a function that returns the text for a point. */
  readonly points: readonly P[];
  readonly describePoint: (point: P, index: number) => string;
  /** By how many points the up and down arrows move; 0 when the chart has one row. */
  readonly rowStride?: number;
  /** The height in pixels. It can depend on the width. */
  readonly height: number | ((width: number) => number);
  /** Draws the content of an SVG of this width. `cursor` is the index of a point, or null. */
  readonly draw: (width: number, cursor: number | null) => ComponentChildren;
  /** Opens the point of this index. */
  readonly onOpen?: ((index: number) => void) | undefined;
  readonly legend?: ComponentChildren | ((width: number) => ComponentChildren);
  readonly class?: string | undefined;
  /** Gives the title only to screen readers. */
  readonly hideHeading?: boolean;
  /** The expected width in pixels. The chart is drawn with it at once, and again when the real width is known. */
  readonly expectedWidth?: number | undefined;
}

/** Larger text is 17 px instead of 14 (style.css). The whole chart is scaled, so that its texts have room. */
const largerTextScale = 17 / 14;

/** Returns a ref for an element, and the width of this element in CSS pixels, kept up to date. */
function useWidth(expected = 0) {
  const ref = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(expected);
  // Measure before the first paint, so that no empty chart is painted. Measuring costs a layout of the page; an
  // expected width avoids it.
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = () => setWidth(element.clientWidth);
    if (expected === 0) measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [expected]);
  return [ref, width] as const;
}

/** Draws a chart with heading, sentence, drawing and table. */
export function Figure<P>(props: FigureProps<P>) {
  const { title, summary, points, rowStride = 0, onOpen } = props;
  const texts = useTexts('common');
  const [showsTable, setShowsTable] = useState(false);
  const [cursor, setCursor] = useState<number | null>(null);
  const [ref, measuredWidth] = useWidth(props.expectedWidth);
  // The popup has no page context. There the style sheet enlarges only the texts.
  const scale = useContext(CurrentPageContext)?.settings.largerText === true ? largerTextScale : 1;
  const width = measuredWidth / scale;
  const last = points.length - 1;
  const height = typeof props.height === 'number' ? props.height : props.height(width);
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: rowStride, ArrowUp: -rowStride }[event.key];
    if (event.key === 'Home') setCursor(0);
    else if (event.key === 'End') setCursor(last);
    else if (event.key === 'Escape') {
      setCursor(null);
      (event.currentTarget as HTMLElement).blur();
    } else if (event.key === 'Enter' && cursor !== null && onOpen !== undefined) onOpen(cursor);
    else if (by)
      setCursor(cursor === null ? (by > 0 ? 0 : last) : cursor + by < 0 || cursor + by > last ? cursor : cursor + by);
    else return;
    event.preventDefault();
  };
  /**
   * Returns the index of the point under the pointer, or null. A mark has its index in `data-at`. The area over all
   * bars has the left edge of the first bar in `data-left` and the width of each bar in `data-slot`.
   */
  const indexOf = (event: MouseEvent) => {
    const { at: index, left, slot } = (event.target as SVGElement).dataset;
    if (slot === undefined) return index === undefined ? null : Number(index);
    const svg = (event.currentTarget as Element).querySelector('svg') as SVGElement;
    const x = (event.clientX - svg.getBoundingClientRect().left) / scale - Number(left);
    return Math.max(0, Math.min(last, Math.floor(x / Number(slot))));
  };
  const switchButton =
    points.length === 0 ? null : (
      <button type="button" class="link switch no-print" onClick={() => setShowsTable(!showsTable)}>
        {showsTable ? texts.showChart : texts.show}
      </button>
    );
  return (
    <figure ref={ref} class={props.class} aria-label={props.hideHeading ? title : undefined}>
      {props.hideHeading ? (
        switchButton
      ) : (
        <div class="head">
          <h2>{title}</h2>
          {switchButton}
        </div>
      )}
      <p class="sentence">{summary}</p>
      {showsTable ? (
        <div class="wide">
          <FigureTable
            caption={title}
            columns={props.columns}
            rows={typeof props.rows === 'function' ? props.rows() : props.rows}
          />
        </div>
      ) : points.length === 0 ? null : (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form */}
          <div
            class="plot"
            role="group"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the cursor moves with the arrow keys
            tabIndex={0}
            aria-label={`${title} · ${texts.keys}`}
            onKeyDown={move}
            onPointerMove={(e) => setCursor(indexOf(e) ?? cursor)}
            onPointerLeave={() => setCursor(null)}
            onClick={(e) => {
              const index = indexOf(e);
              if (index !== null) onOpen?.(index);
            }}
          >
            <svg
              role="img"
              aria-label={summary}
              width={measuredWidth}
              height={height * scale}
              viewBox={`0 0 ${width} ${height}`}
            >
              {width > 0 ? props.draw(width, cursor) : null}
            </svg>
          </div>
          {typeof props.legend === 'function' ? props.legend(width) : props.legend}
          <p class="cursor soft" aria-live="polite">
            {cursor === null || cursor > last ? '' : props.describePoint(points[cursor] as P, cursor)}
          </p>
        </>
      )}
    </figure>
  );
}

function FigureTable({ caption, columns, rows }: { caption: string; columns: readonly string[]; rows: TableRows }) {
  return (
    <table class={columns.length > 3 ? 'blocks' : undefined}>
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((name, i) => (
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
              <td key={columns[i + 1]} class="n" data-name={columns[i + 1]}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
