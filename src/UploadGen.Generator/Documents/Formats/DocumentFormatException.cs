namespace UploadGen.Generator.Documents.Formats;

/// <summary>A text isn't what its format wants.</summary>
internal sealed class DocumentFormatException(TextFault fault) : Exception(fault.Reason)
{
    public TextFault Fault { get; } = fault;
}
