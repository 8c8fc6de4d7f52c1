import { useLink } from '../live/services';
import { Glyph } from '../parts/Glyph';
import { Instant } from '../parts/Times';
import s from './Reconnecting.module.css';

/** Says that what is shown may be old, and of when it is. The page stays usable. */
export function Reconnecting({ asOf, failing }: { asOf: string | undefined; failing: boolean }) {
  const link = useLink();
  const shown = link.state === 'lost' && (link.tries > 1 || failing);
  return (
    <div role="status">
      {shown && (
        <p className={s.note}>
          <Glyph sign="nodata" />
          <span>
            <b>Reconnecting.</b>{' '}
            {asOf !== undefined && (
              <>
                Data from <Instant at={asOf} />. What you see may have changed since.
              </>
            )}
          </span>
        </p>
      )}
    </div>
  );
}
