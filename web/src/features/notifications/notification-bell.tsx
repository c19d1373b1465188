import { Link } from 'react-router';
import { BellIcon } from '@/shared/ui/icons';

/** Unread notices, and the way to them. */
export function NotificationBell() {
  return (
    <Link className="gq-tool" to="/me/notifications" aria-label="–">
      <BellIcon />
    </Link>
  );
}
