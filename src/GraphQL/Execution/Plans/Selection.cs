namespace ServiceCrm.GraphQL.Execution;

/// <summary>The fields selected on one concrete object type, fragments merged (spec section 6.3.2, CollectFields done once).</summary>
internal sealed class Selection(PlanField[] fields, Deferral? deferral = null)
{
    private readonly PlanField[] _fields = fields;

    public ReadOnlySpan<PlanField> Fields => _fields;

    /// <summary>The fields whose values are gathered before writing.</summary>
    public ColumnField[] Columns { get; } = [.. fields.OfType<ColumnField>()];

    /// <summary>What of the object comes later.</summary>
    public Deferral? Deferral => deferral;

    /// <summary>Writes the object; false when a null propagates out of it, the output then still holds the part already written.</summary>
    public bool Write(RequestRun run, object value, int row) =>
        deferral is null ? WriteFields(run, value, row) : deferral.Write(run, this, value, row);

    /// <summary>Writes what of the object comes now.</summary>
    public bool WriteFields(RequestRun run, object value, int row)
    {
        var output = run.Output;
        var depth = run.Depth;
        var isFirst = true;
        output.Raw((byte)'{');
        for (var i = 0; i < _fields.Length; i++)
        {
            var mark = output.Length;
            try
            {
                for (; i < _fields.Length; i++)
                {
                    var field = _fields[i];
                    if (!run.Includes(field))
                        continue;
                    output.Raw(isFirst ? field.FirstKey : field.Key);
                    isFirst = false;
                    mark = output.Length;
                    var outcome = field.Write(run, value, row);
                    if (outcome != Outcome.Written && !Recover(run, field, outcome, mark))
                        return false;
                }
            }
            catch (Exception failure) when (run.IsFieldFailure(failure))
            {
                run.Pop(depth);
                run.Failure = failure;
                if (!Recover(run, _fields[i], Outcome.Failed, mark))
                    return false;
            }
        }

        output.Raw((byte)'}');
        return true;
    }

    /// <summary>Writes one field of the root object, for mutations, whose fields are resolved and written one after the other.</summary>
    public static bool WriteField(RequestRun run, PlanField field, object value)
    {
        var mark = run.Output.Length;
        var outcome = Outcome.Failed;
        try
        {
            outcome = field.Write(run, value, 0);
        }
        catch (Exception failure) when (run.IsFieldFailure(failure))
        {
            run.Pop(0);
            run.Failure = failure;
        }

        return outcome == Outcome.Written || Recover(run, field, outcome, mark);
    }

    private static bool Recover(RequestRun run, PlanField field, Outcome outcome, int mark)
    {
        run.Report(outcome, field);
        if (field.IsNonNull)
            return false;
        run.CutBack(mark);
        run.Output.Null();
        return true;
    }
}
