import { type FragmentType, graphql, readFragment } from '@/generated/staff';

export const OwnFactorsFragment = graphql(`
  fragment OwnFactors on SecondFactors {
    required
    passwordNeeded
    recoveryCodesLeft
    recoveryCodesAreFew
    totp {
      confirmedAt
      lastUsedAt
    }
    passkeys {
      id
      name
      createdAt
      lastUsedAt
      backedUp
    }
  }
`);

export const OwnFactorsQuery = graphql(`
  query OwnFactors {
    secondFactors {
      ...OwnFactors
    }
  }
`);

export const readFactors = (masked: FragmentType<typeof OwnFactorsFragment> | null | undefined) => readFragment(OwnFactorsFragment, masked);

export type OwnFactors = NonNullable<ReturnType<typeof readFactors>>;
export type OwnPasskey = OwnFactors['passkeys'][number];
