import { useQueryClient } from '@tanstack/react-query';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { post } from '../api/http';
import { meQuery } from '../api/queries';
import type { Me } from '../api/types';
import { url } from '../api/url';
import { capital } from '../words/status';
import s from './TopBar.module.css';

/** Who is signed in, and the way out. */
export function Who({ me }: { me: Me }) {
  const client = useQueryClient();
  async function leave() {
    await post(url`close`);
    await client.invalidateQueries({ queryKey: meQuery().queryKey });
  }
  return (
    <MenuTrigger>
      <Button className={s.who ?? ''} aria-label={`${initials(me.name)}: signed in as ${me.name}`}>
        {initials(me.name)}
      </Button>
      <Popover className={s.pop ?? ''} placement="bottom end">
        <div className={s.me}>
          <b>{me.name}</b>
          <span>
            {capital(me.role.replaceAll('-', ' '))}
            {me.team === undefined ? '' : `, team ${me.team}`}
          </span>
        </div>
        <Menu className={s.menu ?? ''} aria-label="Session">
          <MenuItem className={s.choice ?? ''} onAction={() => void leave()}>
            Sign out
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((part) => part?.charAt(0) ?? '').join('').toUpperCase();
}

export default Who;
