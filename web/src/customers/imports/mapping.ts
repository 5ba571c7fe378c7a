import type { ColumnMappingInput, CustomFieldType } from '@/generated/staff/graphql';

export interface ReadColumn {
  index: number;
  header: string;
  target?: string | null;
  suggestedTarget?: string | null;
  suggestedType?: CustomFieldType | null;
}

/** What is to become of a column: left out, put into a field, or put into a field that is made for it. */
export type Choice =
  | { kind: 'ignore' }
  | { kind: 'target'; target: string }
  | { kind: 'new'; label: string; type: CustomFieldType };

export type Choices = Readonly<Record<number, Choice>>;

/** "MonthlyCharges" and "monthly_charges" become "Monthly charges", as a person would name the field. */
export function labelFromHeader(header: string): string {
  const words = header
    .trim()
    .replaceAll(/[_\-.]+/g, ' ')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/\s+/g, ' ');
  const lower = words
    .split(' ')
    .map((word, index) => (index > 0 && word !== word.toLocaleUpperCase() ? word.toLocaleLowerCase() : word))
    .join(' ');
  return lower.charAt(0).toLocaleUpperCase() + lower.slice(1);
}

export function newField(column: ReadColumn): Choice {
  return { kind: 'new', label: labelFromHeader(column.header), type: column.suggestedType ?? 'TEXT' };
}

/** What was saved, else what the server suggests; a suggestion never takes a target twice. */
export function startingChoices(columns: readonly ReadColumn[]): Choices {
  const taken = new Set(columns.flatMap((column) => (column.target ? [column.target] : [])));
  const configured = taken.size > 0;
  return Object.fromEntries(
    columns.map((column): [number, Choice] => {
      if (column.target) return [column.index, { kind: 'target', target: column.target }];
      const suggested = configured ? null : column.suggestedTarget;
      if (!suggested || taken.has(suggested)) return [column.index, { kind: 'ignore' }];
      taken.add(suggested);
      return [column.index, { kind: 'target', target: suggested }];
    }),
  );
}

export type MappingProblem = 'twice' | 'nameless' | 'sameName';

/** Columns whose choice cannot stand, with the reason. */
export function mappingProblems(choices: Choices): Map<number, MappingProblem> {
  const problems = new Map<number, MappingProblem>();
  const targets = new Map<string, number>();
  const labels = new Map<string, number>();
  for (const [key, choice] of Object.entries(choices)) {
    const column = Number(key);
    if (choice.kind === 'target') {
      if (targets.has(choice.target)) problems.set(column, 'twice');
      else targets.set(choice.target, column);
    } else if (choice.kind === 'new') {
      const label = choice.label.trim().toLocaleLowerCase();
      if (label === '') problems.set(column, 'nameless');
      else if (labels.has(label)) problems.set(column, 'sameName');
      else labels.set(label, column);
    }
  }
  return problems;
}

export function mappedCount(choices: Choices): number {
  return Object.values(choices).filter((choice) => choice.kind !== 'ignore').length;
}

export function toMappings(choices: Choices): ColumnMappingInput[] {
  return Object.entries(choices).map(([key, choice]) => {
    const column = Number(key);
    if (choice.kind === 'target') return { column, target: choice.target };
    if (choice.kind === 'new') return { column, newField: { label: choice.label.trim(), type: choice.type } };
    return { column, target: null };
  });
}
