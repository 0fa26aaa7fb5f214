namespace UploadGen.Analyzers.Limits;

/// <summary>A limit that an attribute sets for the values of a member.</summary>
internal interface ILimit
{
    /// <summary>What is allowed, such as <c>1 to 500 characters</c>.</summary>
    string Allowed { get; }

    /// <summary>How a constant breaks the limit, such as <c>501</c>; null if it keeps the limit, or if the limit is for other types.</summary>
    /// <param name="constant">A string, a number or a <see cref="CollectionLiteral"/>.</param>
    string? FindBreach(object constant);
}
