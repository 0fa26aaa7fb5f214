namespace UploadGen.Core;

/// <summary>What a value breaks, and which of its parts are secret.</summary>
/// <param name="secrets">The parts that are known to be secret already.</param>
internal sealed class SchemaViolations(HashSet<string>? secrets = null) : List<Violation>
{
    /// <summary>Pointers of the parts that some schema says are secret.</summary>
    public HashSet<string> Secrets { get; } = secrets ?? new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The violations, without the values of secret parts.</summary>
    public IReadOnlyList<Violation> Concealed()
        => Secrets.Count == 0 ? this : ConvertAll(violation => IsSecret(violation) ? violation with { Actual = "concealed" } : violation);

    private bool IsSecret(Violation violation) => Secrets.Any(secret => IsWithin(violation.Pointer, secret));

    private static bool IsWithin(string pointer, string part)
        => pointer.StartsWith(part, StringComparison.Ordinal) && (pointer.Length == part.Length || pointer[part.Length] == '/');
}
