namespace UploadGen.Generator.Model;

/// <summary>Where a later step of a flow takes a value from.</summary>
internal abstract record FlowValue;

/// <summary>A member of the answer that opened the upload.</summary>
internal sealed record SessionValue(MemberPath Path) : FlowValue;

/// <summary>A property of the body that opened the upload.</summary>
internal sealed record RequestValue(string Property) : FlowValue;

/// <summary>A parameter of the method that opened the upload.</summary>
internal sealed record ParameterValue(string Parameter) : FlowValue;

/// <summary>The file.</summary>
internal sealed record FileValue(FileRole Role) : FlowValue;

/// <summary>The digest of the file (RFC 3230) by SHA-1.</summary>
internal sealed record DigestValue : FlowValue;

/// <summary>What the parts gave, in their order.</summary>
internal sealed record PartsValue : FlowValue;

/// <summary>A fact of a part.</summary>
/// <param name="First">The number of the first part, for its number.</param>
internal sealed record PartValue(PartFact Fact, int First = 0) : FlowValue;

internal enum PartFact
{
    Content,
    Number,
    Range,
    Digest,
}

/// <summary>A text that the document gives.</summary>
internal sealed record TextValue(string Text) : FlowValue;
