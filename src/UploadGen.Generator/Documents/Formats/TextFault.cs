namespace UploadGen.Generator.Documents.Formats;

/// <summary>Why a text can't be read, and where.</summary>
/// <param name="Line">The line, counted from 0.</param>
/// <param name="Column">The character in that line, counted from 0.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record TextFault(int Line, int Column, string Reason, string Remedy = TextFault.Mend)
{
    public const string Mend = "mend the file";
}
