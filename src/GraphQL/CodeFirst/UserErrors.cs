namespace ServiceCrm.GraphQL;

/// <summary>An expected error of a mutation, given to the client inside the payload (GraphQL interface <c>Error</c>).</summary>
public interface IUserError
{
    /// <summary>A sentence for a person.</summary>
    string Message { get; }

    /// <summary>A stable word for programs, for example <c>NOT_FOUND</c>.</summary>
    string Code { get; }

    /// <summary>Where in the input the mistake is (<c>input</c>, <c>lines</c>, <c>0</c>), or null when it is not about one input.</summary>
    IReadOnlyList<string>? Path { get; }
}

/// <summary>One mistake in an input record.</summary>
/// <param name="Path">The input field, nested ones joined by dots, as in <c>address.street</c>.</param>
/// <param name="Message">A sentence for a person.</param>
public sealed record InputProblem(string Path, string Message);

/// <summary>An input record with rules of its own; the engine asks for them before the resolver runs.</summary>
public interface ICheckedInput
{
    /// <summary>All mistakes of this record; empty when it is fine.</summary>
    IEnumerable<InputProblem> Check();
}

/// <summary>All problems of all inputs of one field, thrown together before its resolver runs.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "it reads as what it is: problems")]
public sealed class InvalidInputProblems : Exception
{
    public InvalidInputProblems(IReadOnlyList<InputProblem> problems)
        : base(problems.Count == 1 ? problems[0].Message : $"{problems.Count} values of the input are not valid.") => Problems = problems;

    /// <summary>Each mistake with the path of its input field, starting at the argument's name.</summary>
    public IReadOnlyList<InputProblem> Problems { get; }
}
