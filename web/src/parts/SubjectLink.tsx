import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { trackNamed } from '../api/queries';

interface SubjectLinkProps {
  /** `player/8.9.2/android`, `player/8.9.2` or `player`. */
  readonly id: string;
  readonly search?: { readonly act?: string; readonly target?: string };
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** Leads to the page of a track, of a release, or of a train. */
export function SubjectLink({ id, search = {}, className, children }: SubjectLinkProps) {
  const { app, version, platform } = trackNamed(id);
  const more = { search, ...(className === undefined ? {} : { className }) };
  if (version === '') {
    return (
      <Link to="/apps/$app/train" params={{ app }} {...more}>
        {children}
      </Link>
    );
  }
  if (platform === '') {
    return (
      <Link to="/apps/$app/releases/$version" params={{ app, version }} {...more}>
        {children}
      </Link>
    );
  }
  return (
    <Link to="/apps/$app/releases/$version/tracks/$platform" params={{ app, version, platform }} {...more}>
      {children}
    </Link>
  );
}
