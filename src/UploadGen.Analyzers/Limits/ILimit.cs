namespace UploadGen.Analyzers.Limits;

/// <summary>A limit that an attribute sets for the values of a member.</summary>
internal interface ILimit
{
    /// <summary>What is allowed, such as <c>1 to 500 characters</c>.</summary>
    string Allowed { get; }

    /// <summary>What a constant is that breaks the limit, such as <c>501</c>; null for one that keeps it, or that the limit isn't about.</summary>
    /// <param name="constant">A string, a number or a <see cref="ItemCount"/>.</param>
    string? FindBreach(object constant);
}
