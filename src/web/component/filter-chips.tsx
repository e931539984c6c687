interface Props<T> {
  readonly name: string
  readonly values: readonly T[]
  readonly choices: readonly T[]
  labelOf(value: T): string
  /** One value for another; no `from` adds one, no `to` takes one away. */
  onExchange(from: T | undefined, to: T | undefined): void
}

/** One native select for each value, or a single one that says 不限. */
export function FilterChips<T extends string | number>({
  name,
  values,
  choices,
  labelOf,
  onExchange,
}: Props<T>) {
  const slots: readonly (T | undefined)[] = values.length === 0 ? [undefined] : values
  return slots.map((value, index) => {
    const options = value === undefined || choices.includes(value) ? choices : [value, ...choices]
    const choose = (chosen: string) =>
      onExchange(
        value,
        options.find((option) => String(option) === chosen),
      )
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the slot keeps the focus while its value changes
      <label className="filter-chip" key={index} data-set={value !== undefined}>
        <span>{name}</span>
        <select value={String(value ?? '')} onChange={(event) => choose(event.target.value)}>
          <option value="">{values.length > 1 ? '去掉' : '不限'}</option>
          {options.map((option) => (
            <option key={option} value={String(option)}>
              {labelOf(option)}
            </option>
          ))}
        </select>
      </label>
    )
  })
}
