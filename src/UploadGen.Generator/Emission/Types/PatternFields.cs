using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Emission.Types;

/// <summary>The static fields that hold the patterns and rules of a type.</summary>
internal sealed class PatternFields
{
    private readonly List<(PatternModel Pattern, string Field)> _fields = [];
    private readonly NameScope _names = new();
    private readonly List<(RuleModel Rule, string Field)> _rules = [];
    private int _declared;
    private int _declaredRules;

    /// <summary>The field of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="member">The C# name of the member that it is for.</param>
    public string Of(RuleModel rule, string member)
    {
        var known = _rules.FirstOrDefault(field => field.Rule == rule).Field;
        if (known is not null)
        {
            return known;
        }

        var field = "s_" + CSharpName.Camel(_names.Take(CSharpName.Pascal(member, "Value"))).TrimStart('@') + "Rule";
        _rules.Add((rule, field));
        return field;
    }

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

        for (; _declaredRules < _rules.Count; _declaredRules++)
        {
            var (rule, field) = _rules[_declaredRules];
            writer.Line();
            var definitions = rule.Definitions.Count == 0 ? "" : $", new {Known.MutableDictionary}<string, string> {{ {string.Join(", ", rule.Definitions.Select(definition => $"[{CSharpText.Literal(definition.Reference)}] = {CSharpText.Literal(definition.Schema)}"))} }}";
            writer.Line($"private static readonly {Known.SchemaRule} {field} = new({CSharpText.Literal(CheckPlaces.Fragment(rule.Pointer))}, {CSharpText.Literal(rule.Schema)}{definitions});");
        }
    }
}
