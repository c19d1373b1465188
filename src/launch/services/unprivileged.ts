import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, sep } from 'node:path';
import { LaunchError } from '../launch-error.js';

/** How a server that refuses to run as root is started by whoever we are. */
export interface RunAs {
  readonly prefix: readonly string[];
  readonly ids: { readonly uid: number; readonly gid: number } | null;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root, and containers and CI often are root. A user namespace in which we
 * appear as an ordinary account needs no rights on any folder; where namespaces are forbidden, a real
 * ordinary account runs the server, which must then be able to reach the checkout.
 */
export function unprivileged(checkoutDir: string, dataDir: string): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [], ids: null };
  const account = ordinaryAccount();
  if (account !== null) {
    const map = [`--map-user=${String(account.uid)}`, `--map-group=${String(account.gid)}`];
    const prefix = ['unshare', '--user', ...map];
    if (succeeds([...prefix, 'true'])) return { prefix, ids: null };
  }
  const server = account ?? createdAccount();
  if (server !== null && canReach(server, checkoutDir)) {
    letThrough(dataDir, checkoutDir);
    if (canReach(server, dataDir)) return { prefix: [], ids: server };
  }
  throw new LaunchError(
    'PostgreSQL does not run as root, and neither a user namespace (unshare, util-linux 2.38) nor an ordinary ' +
      `account that can read ${checkoutDir} and ${dataDir} is available: run as an ordinary user, or set DATABASE_URL to a server.`,
  );
}

/** An account of /etc/passwd other than root; initdb wants one that has a name. */
function ordinaryAccount(): Account | null {
  const accounts = passwdLines()
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0 && uid < 65_536);
  const preferred =
    accounts.find(({ name }) => name === 'postgres') ??
    accounts.find(({ uid }) => uid >= 1000 && uid < 60_000) ??
    accounts[0];
  return preferred ?? null;
}

function passwdLines(): readonly string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}

function createdAccount(): Account | null {
  if (!succeeds(['groupadd', 'postgres']) || !succeeds(['useradd', '-g', 'postgres', 'postgres'])) {
    return null;
  }
  return ordinaryAccount();
}

/** Others may pass through our data folders, not look into them; folders that are not ours stay as they are. */
function letThrough(dataDir: string, checkoutDir: string): void {
  const inCheckout = (folder: string): boolean => folder.startsWith(`${checkoutDir}${sep}`);
  chmodSync(dataDir, 0o711);
  for (let folder = dirname(dataDir); inCheckout(folder); folder = dirname(folder)) {
    chmodSync(folder, 0o711);
  }
}

function canReach({ uid, gid }: Account, folder: string): boolean {
  return userInfo().uid === 0 && succeeds(['test', '-x', folder], { uid, gid });
}

function succeeds(program: readonly string[], ids: Partial<Account> = {}): boolean {
  const [file = '', ...args] = program;
  try {
    execFileSync(file, args, { stdio: 'ignore', timeout: 10_000, ...ids });
    return true;
  } catch {
    return false;
  }
}
