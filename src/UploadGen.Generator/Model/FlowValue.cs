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

/// <summary>A text that the document gives.</summary>
internal sealed record TextValue(string Text) : FlowValue;
