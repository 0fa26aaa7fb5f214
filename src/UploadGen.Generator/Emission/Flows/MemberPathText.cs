using System.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Flows;

/// <summary>Ways to members as C# writes them: <c>session.Data?.UploadUrl</c>.</summary>
internal static class MemberPathText
{
    public static string From(this MemberPath path, string root)
    {
        var text = new StringBuilder(root);
        var breaks = false;
        foreach (var step in path.Steps)
        {
            text.Append(breaks ? "?." : ".").Append(step.Name);
            breaks = step.Type is NullableType;
        }

        return text.ToString();
    }
}
