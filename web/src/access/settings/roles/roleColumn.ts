import { type DocumentType, graphql } from '@/generated/staff';

export const RoleColumnFragment = graphql(`
  fragment RoleColumn on Role {
    key
    id
    name
    description
    basedOn
    memberCount
    requiresSecondFactor
    version
    grants {
      permission
      scope
      builtInScope
    }
  }
`);

export type RoleColumn = DocumentType<typeof RoleColumnFragment>;
