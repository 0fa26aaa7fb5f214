namespace UploadGen.Generator.Documents.Formats;

/// <summary>A name that an object has already. Of members with one name the last counts.</summary>
/// <param name="Line">The line, counted from 0.</param>
/// <param name="Column">The character in that line, counted from 0.</param>
/// <param name="FirstLine">The line of the first member with the name.</param>
/// <param name="LastLine">The line of the member that counts.</param>
internal sealed record DuplicateName(string Name, int Line, int Column, int FirstLine, int LastLine)
{
    public string Reason => $"'{Name}' stands in this object already, in line {FirstLine + 1}; what line {LastLine + 1} says counts";
}
