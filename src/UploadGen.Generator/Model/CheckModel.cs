using UploadGen.Generator.Collections;

namespace UploadGen.Generator.Model;

/// <summary>Something that is checked of a value.</summary>
/// <param name="Assertion">What must hold.</param>
/// <param name="Place">Where the document says so.</param>
internal sealed record CheckModel(AssertionModel Assertion, LimitPlace Place);

/// <summary>What must hold of a value.</summary>
internal abstract record AssertionModel;

/// <summary>What a method of the engine checks.</summary>
/// <param name="Method">The method of <c>Validation</c>.</param>
/// <param name="IsOfCount">Whether it is given the number of items or members, rather than the value.</param>
/// <param name="Argument">What it is given besides, if anything.</param>
internal sealed record CallAssertion(string Method, bool IsOfCount, ArgumentModel? Argument) : AssertionModel;

/// <summary>The value is one of those listed.</summary>
/// <param name="Keyword">The keyword that lists them.</param>
/// <param name="Values">The values.</param>
/// <param name="Text">The same in words.</param>
internal sealed record OneOfAssertion(string Keyword, EquatableArray<ArgumentModel> Values, string Text) : AssertionModel;
