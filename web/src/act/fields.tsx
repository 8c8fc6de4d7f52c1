import { useEffect, useId, useRef } from 'react';
import s from './fields.module.css';
import type { Field } from './plan';

interface FieldProps {
  readonly field: Field;
  readonly value: string;
  readonly fault: string | undefined;
  readonly focused: boolean;
  readonly change: (value: string) => void;
}

/** One field of a dialog with its label, its hint, and what the server found wrong with it. */
export function FieldOf({ field, value, fault, focused, change }: FieldProps) {
  const id = useId();
  const help = useId();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focused) {
      input.current?.focus();
    }
  }, [focused]);
  const common = { id, ref: input, 'aria-describedby': help, 'aria-invalid': fault !== undefined || undefined, value } as const;
  const below = (hint: string) => (
    <small id={help} className={fault === undefined ? s.hint : s.fault}>
      {fault ?? hint}
    </small>
  );
  switch (field.kind) {
    case 'lines':
      return (
        <div className={s.field}>
          <label htmlFor={id}>{field.label}</label>
          <textarea {...common} className={s.input} rows={3} maxLength={10_000} onChange={(e) => change(e.target.value)} />
          {below(field.hint)}
        </div>
      );
    case 'line':
    case 'instant':
      return (
        <div className={s.field}>
          <label htmlFor={id}>{field.label}</label>
          <input
            {...common}
            className={s.input}
            type={field.kind === 'line' ? 'text' : 'datetime-local'}
            autoComplete="off"
            onChange={(e) => change(e.target.value)}
          />
          {below(field.hint)}
        </div>
      );
    case 'typed':
      return (
        <div className={s.field}>
          <label htmlFor={id}>
            Write <b>{field.text}</b> to make sure
          </label>
          <input {...common} className={s.input} type="text" autoComplete="off" onChange={(e) => change(e.target.value)} />
          {below('')}
        </div>
      );
    case 'tick':
      return (
        <label className={s.tick}>
          <input type="checkbox" checked={value === 'yes'} onChange={(e) => change(e.target.checked ? 'yes' : '')} />
          {field.label}
        </label>
      );
    case 'choice':
      return (
        <fieldset className={s.choices} aria-describedby={help}>
          <legend>{field.label}</legend>
          {field.options.map((option, index) => (
            <label key={option.value} className={s.option}>
              <input
                ref={option.value === value || (value === '' && index === 0) ? input : undefined}
                type="radio"
                name={id}
                checked={value === option.value}
                onChange={() => change(option.value)}
              />
              <span>
                <b>{option.label}</b>
                <small>{option.effect}</small>
              </span>
            </label>
          ))}
          {below('')}
        </fieldset>
      );
  }
}
