using System.Text;

namespace UploadGen;

/// <summary>A request breaks limits of the API's document. It was not sent.</summary>
public sealed class RequestValidationException : UploadGenException
{
    /// <summary>Makes the exception; its message lists every violation.</summary>
    /// <param name="operationId">The operation's id in the document.</param>
    /// <param name="violations">All violations; at least one.</param>
    public RequestValidationException(string operationId, IReadOnlyList<Violation> violations)
        : base(Describe(operationId, violations), null)
    {
        OperationId = operationId;
        Violations = violations;
    }

    /// <summary>All violations, in the order of the document.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    private static string Describe(string operationId, IReadOnlyList<Violation> violations)
    {
        ArgumentNullException.ThrowIfNull(violations);
        var message = new StringBuilder($"{operationId}: the request breaks limits of the API's document and was not sent.");
        foreach (var violation in violations)
        {
            message.Append("\n  ").Append(Describe(violation));
        }

        return message.ToString();
    }

    internal static string Describe(Violation violation)
    {
        var where = violation.Pointer.Length == 0 ? "the body" : violation.Pointer;
        var limit = $"{violation.Keyword} is {violation.Limit}";
        var place = violation.KeywordLocation is null ? "" : $" ({violation.KeywordLocation})";
        place = violation.IsUnjudged ? $", which couldn't be judged within a second (UploadClientOptions.SendUnjudged lets it pass){place}" : place;
        if (violation.FileName is null)
        {
            return (violation.Actual is null ? $"{where}: {limit}" : $"{where}: {limit}, actual is {violation.Actual}") + place;
        }

        return $"{where}: {violation.FileName} is {violation.Actual}, {limit}{(violation.Advice is null ? "" : $". {violation.Advice}")}";
    }
}
