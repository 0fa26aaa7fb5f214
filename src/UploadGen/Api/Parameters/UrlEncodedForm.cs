using System.Text;

namespace UploadGen.Core;

/// <summary>Writes an object as an application/x-www-form-urlencoded body.</summary>
internal static class UrlEncodedForm
{
    /// <param name="body">The object.</param>
    /// <param name="style">How fields that are lists or objects are written.</param>
    /// <param name="others">Fields that are written otherwise.</param>
    public static byte[] Write(StyledValue body, ParameterStyle style, IReadOnlyList<(string Name, ParameterStyle Style, bool Explode)> others)
    {
        var pairs = (body.Members ?? []).SelectMany(member => Field(member.Key, member.Value, style, others).Pairs());
        return Encoding.ASCII.GetBytes(string.Join('&', pairs.Select(pair => pair.FormText())));
    }

    private static StyledParameter Field(
        string name, StyledValue value, ParameterStyle style, IReadOnlyList<(string Name, ParameterStyle Style, bool Explode)> others)
    {
        foreach (var other in others)
        {
            if (other.Name == name)
            {
                return new StyledParameter(name, value, other.Style, other.Explode);
            }
        }

        // An object's members stay together unless the document says otherwise.
        return new StyledParameter(name, value, style == ParameterStyle.Form && value.Members is not null ? ParameterStyle.Json : style, explode: null);
    }
}
