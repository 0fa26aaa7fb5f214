namespace UploadGen.Generator.Model;

/// <summary>An argument of a check or an attribute.</summary>
internal abstract record ArgumentModel;

internal sealed record NullArgument : ArgumentModel;

internal sealed record BooleanArgument(bool Value) : ArgumentModel;

internal sealed record TextArgument(string Value) : ArgumentModel;

/// <summary>An integer that the compiler may give any type.</summary>
internal sealed record IntegerArgument(long Value) : ArgumentModel;

/// <summary>A number of a certain type.</summary>
/// <param name="Kind">The type.</param>
/// <param name="Text">The number as the document writes it; <see cref="Number.Fits"/> its type.</param>
internal sealed record NumberArgument(Scalar Kind, string Text) : ArgumentModel;

/// <summary>The least or the greatest number of a type: no limit.</summary>
internal sealed record ExtremeArgument(Scalar Kind, bool IsLeast) : ArgumentModel;

/// <summary>The static field that holds a pattern.</summary>
internal sealed record PatternArgument(PatternModel Pattern) : ArgumentModel;

/// <summary>What writes a value as JSON.</summary>
internal sealed record JsonWriterArgument(TypeRef Type) : ArgumentModel;
