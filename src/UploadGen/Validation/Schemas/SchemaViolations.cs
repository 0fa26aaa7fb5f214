namespace UploadGen.Core;

/// <summary>The violations of a value, and which of its members and items are secret.</summary>
/// <param name="secrets">Pointers that are known to be secret already.</param>
internal sealed class SchemaViolations(HashSet<string>? secrets = null) : List<Violation>
{
    /// <summary>Pointers of what some schema says is secret.</summary>
    public HashSet<string> Secrets { get; } = secrets ?? new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The violations, without secret values.</summary>
    public IReadOnlyList<Violation> Concealed()
        => Secrets.Count == 0 ? this : ConvertAll(Conceal);

    private Violation Conceal(Violation violation)
        => Secrets.Any(secret => IsWithin(violation.Pointer, secret)) ? violation with { Actual = "concealed" } : violation;

    private static bool IsWithin(string pointer, string part)
        => pointer.StartsWith(part, StringComparison.Ordinal) && (pointer.Length == part.Length || pointer[part.Length] == '/');
}
