namespace ServiceCrm.GraphQL.Execution;

/// <summary>What became of one position of the answer.</summary>
internal enum Outcome : byte
{
    /// <summary>The value, or a permitted null, is written.</summary>
    Written,

    /// <summary>Nothing is written: the value is null where the schema forbids it, and nobody has reported it yet.</summary>
    ForbiddenNull,

    /// <summary>Nothing is written: <see cref="RequestRun.Failure"/> says why, and nobody has reported it yet.</summary>
    Failed,

    /// <summary>The output must be cut back: an error below is reported and its null propagates.</summary>
    Propagates,
}

/// <summary>
/// Writes values of one CLR type at one position of a plan. Typed from end to end, so that no leaf is boxed. Nullability is part of the
/// writer: a nullable composite ends the propagation of a null from below, a non-null one hands it on.
/// </summary>
internal abstract class ValueWriter<T>
{
    /// <summary>Writes the value. <paramref name="row"/> is the first row of this value in the table of the selection below, if that has columns.</summary>
    public abstract Outcome Write(RequestRun run, T value, int row);

    /// <summary>The selection below this position when it has columns, that is when its objects must be gathered before writing.</summary>
    public virtual SelectionSet? Columns => null;

    /// <summary>Appends the objects of this value to the table, in the order of writing.</summary>
    public virtual void Gather(RequestRun run, T value, Table rows)
    {
    }

    /// <summary>How many rows <see cref="Gather"/> appends for this value.</summary>
    public virtual int CountRows(T value) => 0;
}
