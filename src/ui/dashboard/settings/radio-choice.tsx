/**
 * Draws a choice of one option as radio buttons. `lang` returns the language of a label if it differs from that of the
 * page.
 */
export function RadioChoice<V extends string | number>(props: {
  legend: string;
  /** The legend is for screen readers only, because a heading above shows the same text. */
  hideLegend?: boolean;
  name: string;
  value: V;
  options: readonly V[];
  label: (option: V) => string;
  lang?: (option: V) => string | undefined;
  /** One option per line. */
  stacked?: boolean;
  choose: (option: V) => unknown;
}) {
  return (
    <fieldset>
      <legend class={props.hideLegend ? 'hidden' : undefined}>{props.legend}</legend>
      {props.options.map((option) => (
        <label key={option} class={props.stacked ? undefined : 'inline'} lang={props.lang?.(option)}>
          <input
            type="radio"
            name={props.name}
            value={option}
            checked={props.value === option}
            onChange={() => props.choose(option)}
          />
          {props.label(option)}
        </label>
      ))}
    </fieldset>
  );
}
