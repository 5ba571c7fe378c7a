namespace ServiceCrm.GraphQL.Execution;

/// <summary>A field read by a getter while writing: the common case, with as little around the getter as possible.</summary>
internal sealed class GetterField<TParent, T>(PlanFieldInfo info, Func<TParent, T> getter, ValueWriter<T> writer) : PlanField(info)
{
    private readonly bool _isComposite = info.Selections is not null;

    public override Outcome Write(RequestRun run, object parent, int row)
    {
        if (!_isComposite)
            return writer.Write(run, getter((TParent)parent), 0);
        var depth = run.PushField(this);
        var outcome = writer.Write(run, getter((TParent)parent), 0);
        run.Pop(depth);
        return outcome;
    }
}

/// <summary>A field computed synchronously while writing, with arguments, services or permissions.</summary>
internal sealed class InlineField<T>(PlanFieldInfo info, ValueSource<T> source, ValueWriter<T> writer) : PlanField(info)
{
    public override Outcome Write(RequestRun run, object parent, int row)
    {
        if (run.Refuses(this))
            return run.Deny(this);
        var value = source.Get(new ResolveCall(run, this, parent, null, 0));
        var depth = run.PushField(this);
        var outcome = writer.Write(run, value, 0);
        run.Pop(depth);
        return outcome;
    }
}

/// <summary><c>__typename</c>: finished bytes.</summary>
internal sealed class TypeNameField(PlanFieldInfo info) : PlanField(info)
{
    private readonly byte[] _name = [.. "\""u8, .. System.Text.Encoding.UTF8.GetBytes(info.ParentType), .. "\""u8];

    public override Outcome Write(RequestRun run, object parent, int row)
    {
        run.Output.Raw(_name);
        return Outcome.Written;
    }
}
