using UploadGen.Generator.Collections;
using UploadGen.Generator.Emission.Text;
using UploadGen.Generator.Model;

namespace UploadGen.Generator.Emission.Types;

/// <summary>The static fields that hold the patterns and rules of a type's checks.</summary>
internal sealed class CheckFieldNames
{
    private readonly Dictionary<PatternModel, string> _patterns;
    private readonly Dictionary<RuleModel, string> _rules;

    public CheckFieldNames(IEnumerable<CheckFieldModel> fields)
    {
        var all = fields.ToList();
        _patterns = all.OfType<PatternFieldModel>().ToDictionary(field => field.Pattern, field => field.Name);
        _rules = all.OfType<RuleFieldModel>().ToDictionary(field => field.Rule, field => field.Name);
    }

    public string Find(PatternModel pattern) => _patterns[pattern];

    public string Find(RuleModel rule) => _rules[rule];

    public static void Declare(SourceWriter writer, EquatableArray<CheckFieldModel> fields)
    {
        foreach (var (name, pattern) in fields.OfType<PatternFieldModel>().Select(field => (field.Name, field.Pattern)))
        {
            writer.Line();
            var expression = pattern.Expression == pattern.Text ? "" : ", " + CSharpText.Literal(pattern.Expression);
            writer.Line($"private static readonly {Known.SchemaPattern} {name} = new({CSharpText.Literal(pattern.Text)}{expression});");
        }

        foreach (var (name, rule) in fields.OfType<RuleFieldModel>().Select(field => (field.Name, field.Rule)))
        {
            writer.Line();
            var arguments = $"{CSharpText.Literal(rule.Place)}, {CSharpText.Literal(rule.Schema)}{Definitions(rule)}";
            writer.Line($"private static readonly {Known.SchemaRule} {name} = new({arguments});");
        }
    }

    private static string Definitions(RuleModel rule)
    {
        var entries = rule.Definitions.Select(definition => $"[{CSharpText.Literal(definition.Reference)}] = {CSharpText.Literal(definition.Schema)}").ToList();
        return entries.Count == 0 ? "" : $", new {Known.MutableDictionary}<string, string> {{ {string.Join(", ", entries)} }}";
    }
}
