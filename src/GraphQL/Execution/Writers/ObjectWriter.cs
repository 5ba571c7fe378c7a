namespace ServiceCrm.GraphQL.Execution;

/// <summary>Marks writers whose value is one object, and so one row of a table.</summary>
internal interface IObjectWriter;

/// <summary>Writes an object of a composite type (spec section 6.4.3): the value's own type decides which selection applies.</summary>
internal sealed class ObjectWriter<T>(SelectionSet selections, bool nonNull) : ValueWriter<T>, IObjectWriter
{
    public override SelectionSet? Columns => selections.HasColumns ? selections : null;

    public override Outcome Write(RequestRun run, T value, int row)
    {
        if (value is null)
            return run.Null(nonNull);
        var mark = run.Output.Length;
        return selections.For(value).Write(run, value, row) ? Outcome.Written : run.GiveUp(mark, nonNull);
    }

    public override void Gather(RequestRun run, T value, Table rows)
    {
        // A value of an unknown type takes its row like null; writing it reports the mistake at the right place.
        rows.Add(run, value, value is null ? null : selections.TryFor(value));
    }

    public override int CountRows(T value) => 1;
}
