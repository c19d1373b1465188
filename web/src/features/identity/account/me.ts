import type { MyAccountQuery } from '@/graphql/generated/features/identity/account/account';

export type Me = NonNullable<MyAccountQuery['me']>;
export type OwnSession = MyAccountQuery['sessions'][number];
