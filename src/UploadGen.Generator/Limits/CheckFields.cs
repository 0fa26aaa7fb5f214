using UploadGen.Generator.Collections;
using UploadGen.Generator.Model;
using UploadGen.Generator.Naming;

namespace UploadGen.Generator.Limits;

/// <summary>Names the static fields of a type that hold the patterns and rules of its checks. What occurs again has the same field.</summary>
internal sealed class CheckFields
{
    private readonly HashSet<PatternModel> _patterns = [];
    private readonly HashSet<RuleModel> _rules = [];
    private readonly NameScope _names = new();

    /// <summary>The fields that a type's checks refer to.</summary>
    /// <param name="values">What is checked, in the order of the checks: a C# name that fields are called after, and the limits.</param>
    public static EquatableArray<CheckFieldModel> Name(params IEnumerable<(string Name, LimitsModel Limits)>[] values)
    {
        var fields = new CheckFields();
        return values.SelectMany(list => list).SelectMany(value => fields.Add(value.Name, value.Limits)).ToEquatableArray();
    }

    /// <summary>The fields that the checks of a value are the first to refer to.</summary>
    public IEnumerable<CheckFieldModel> Add(string name, LimitsModel limits)
    {
        foreach (var pattern in limits.Checks.Select(check => check.Assertion).OfType<CallAssertion>().Select(call => call.Argument).OfType<PatternArgument>())
        {
            if (_patterns.Add(pattern.Pattern))
            {
                yield return new PatternFieldModel(Take(name) + "Pattern", pattern.Pattern);
            }
        }

        foreach (var field in limits.Items is { } items ? Add(name + "Item", items.Limits) : [])
        {
            yield return field;
        }

        foreach (var rule in limits.Rules.Where(_rules.Add))
        {
            yield return new RuleFieldModel(Take(name) + "Rule", rule);
        }
    }

    /// <summary>Properties begin with a capital letter, and the fields behind them with an underscore.</summary>
    private string Take(string name) => "s_" + CSharpName.Camel(_names.Take(CSharpName.Pascal(name, "Value"))).TrimStart('@');
}
