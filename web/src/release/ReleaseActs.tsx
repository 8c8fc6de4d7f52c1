import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { releaseQuery } from '../api/queries';
import type { ReleasePage } from '../api/types';
import { api } from '../api/url';
import { Acts, type Given } from '../act/Acts';
import { releasePlan } from '../act/otherActs';

interface ReleaseActsProps {
  readonly app: string;
  readonly page: ReleasePage;
  readonly given: (given: Given) => void;
  readonly children: ReactNode;
}

/** Offers what can be done with a release. */
export function ReleaseActs({ app, page, given, children }: ReleaseActsProps) {
  const client = useQueryClient();
  const subject = {
    title: `Release ${page.version}`,
    version: page.version,
    address: api`apps/${app}/releases/${page.version}`,
    revision: page.revision,
    asOf: page.asOf,
  };
  const reread = () => client.fetchQuery({ ...releaseQuery(app, page.version), staleTime: 0 });
  return (
    <Acts subject={subject} acts={page.acts} planOf={(act) => releasePlan(act.name, act.target, subject, page)} reread={reread} given={given}>
      {children}
    </Acts>
  );
}
