import { graphql } from '@/generated/staff';

/** Everything the wizard shows of an import; the problems are a list of their own. */
export const ImportDetailFragment = graphql(`
  fragment ImportDetail on Import {
    id
    version
    fileName
    state
    createdAt
    startedAt
    finishedAt
    encoding
    delimiter
    existing
    allowSuppressed
    sampleRows
    totalRows
    processedRows
    createdRows
    updatedRows
    skippedRows
    refusedRows
    problemCount
    refusedRowsUrl
    failure
    canUndo
    columns {
      index
      header
      samples
      target
      suggestedTarget
      suggestedType
      filledShare
    }
  }
`);
