namespace ServiceCrm.Platform.Errors;

/// <summary>
/// Something the caller can understand and act on. Thrown anywhere, translated in one place of the Host;
/// <see cref="Code"/> is stable and for machines, the message is for people and never holds secrets.
/// </summary>
public abstract class CrmException(string code, string message) : Exception(message)
{
    /// <summary>Stable upper-case code, for example <c>NOT_FOUND</c>.</summary>
    public string Code { get; } = code;
}

/// <summary>A business rule forbids it, for example solving a closed ticket.</summary>
public sealed class RuleBroken(string code, string message) : CrmException(code, message);

/// <summary>The thing does not exist, or the caller may not see it: the same answer on purpose.</summary>
public sealed class NotFound(string what) : CrmException("NOT_FOUND", $"{what} was not found.");

/// <summary>The caller may not do this.</summary>
public sealed class NotAllowed(string message = "You are not allowed to do this.") : CrmException("NOT_ALLOWED", message);

/// <summary>Somebody else changed the thing in the meantime.</summary>
public sealed class Conflict(string message, long? currentVersion = null) : CrmException("CONFLICT", message)
{
    /// <summary>The version now stored, so that the client can reload and apply its change again.</summary>
    public long? CurrentVersion { get; } = currentVersion;

    /// <summary>Whether two saves met at the same moment: who starts again from what is stored now may well succeed.</summary>
    public bool IsRace { get; init; }
}

/// <summary>One wrong value: where it is and what is wrong with it.</summary>
/// <param name="Path">The field as the caller named it, for example <c>emails.0.address</c>.</param>
/// <param name="Message">What is wrong, in plain words.</param>
public sealed record FieldProblem(string Path, string Message);

/// <summary>One or more values are wrong; all of them are told at once.</summary>
public sealed class InvalidInput(IReadOnlyList<FieldProblem> problems)
    : CrmException("INVALID_INPUT", string.Join(" ", problems.Select(p => p.Message)))
{
    public InvalidInput(string path, string message) : this([new FieldProblem(path, message)])
    {
    }

    /// <summary>Every wrong field.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; } = problems;
}
