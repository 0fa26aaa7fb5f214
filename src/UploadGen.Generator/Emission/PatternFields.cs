using UploadGen.Generator.Binding;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission;

/// <summary>The static fields that hold the patterns of a type.</summary>
internal sealed class PatternFields
{
    private readonly List<(PatternModel Pattern, string Field)> _fields = [];
    private readonly NameScope _names = new();
    private int _declared;

    /// <summary>The field of a pattern; the same one wherever the pattern occurs again.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="member">The C# name of the member that it is for.</param>
    public string Of(PatternModel pattern, string member)
    {
        var known = _fields.FirstOrDefault(field => field.Pattern == pattern).Field;
        if (known is not null)
        {
            return known;
        }

        // Properties begin with a capital letter, and the fields behind them with an underscore.
        var field = "s_" + CSharpName.Camel(_names.Take(CSharpName.Pascal(member, "Value"))).TrimStart('@') + "Pattern";
        _fields.Add((pattern, field));
        return field;
    }

    /// <summary>Declares the fields that haven't been yet.</summary>
    public void Declare(SourceWriter writer)
    {
        for (; _declared < _fields.Count; _declared++)
        {
            var (pattern, field) = _fields[_declared];
            writer.Line();
            var expression = pattern.Expression == pattern.Text ? "" : ", " + CSharpText.Literal(pattern.Expression);
            writer.Line($"private static readonly {Known.SchemaPattern} {field} = new({CSharpText.Literal(pattern.Text)}{expression});");
        }
    }
}
