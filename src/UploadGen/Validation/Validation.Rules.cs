using System.Text.Json;

namespace UploadGen.Core;

/// <content>Rules: what a schema says beyond its type and single limits. They are applied to the JSON that will be sent.</content>
public partial struct Validation
{
    /// <summary>Checks a value of any kind.</summary>
    /// <param name="member">The member.</param>
    /// <param name="value">Its value.</param>
    /// <param name="rule">What the schema says.</param>
    public void Rule(string member, JsonElement? value, SchemaRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (value is not { ValueKind: not JsonValueKind.Undefined } element)
        {
            return;
        }

        foreach (var violation in rule.Violations(element))
        {
            Add(violation with { Pointer = Pointer(member) + violation.Pointer });
        }
    }

    /// <summary>Checks a typed value by its JSON. Values deeper in it aren't shown, as the rule doesn't know which of them are secret.</summary>
    private void TypedRule(string member, JsonElement value, SchemaRule rule)
    {
        var before = Count;
        Rule(member, value, rule);
        for (var i = before; i < Count; i++)
        {
            var violation = _violations![i];
            if (violation.Pointer.AsSpan(Pointer(member).Length).Count('/') > 1)
            {
                _violations[i] = violation with { Actual = null };
            }
        }
    }

    /// <summary>Checks a value by its JSON.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="member">The member.</param>
    /// <param name="value">Its value.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="rule">What the schema says.</param>
    public void Rule<T>(string member, T? value, JsonWrite<T> write, SchemaRule rule) where T : class
    {
        ArgumentNullException.ThrowIfNull(write);
        // A value without a required member can't be written. That is a violation already.
        if (value is null || _violations?.Exists(violation => violation.Keyword == "required") == true)
        {
            return;
        }

        using var document = JsonDocument.Parse(JsonBody.Write(value, write));
        TypedRule(member, document.RootElement, rule);
    }

    /// <inheritdoc cref="Rule{T}(string, T, JsonWrite{T}, SchemaRule)" path="/param"/>
    /// <inheritdoc cref="Rule{T}(string, T, JsonWrite{T}, SchemaRule)" path="/typeparam"/>
    /// <summary>Checks a value by its JSON, if it is there.</summary>
    public void Rule<T>(string member, T? value, JsonWrite<T> write, SchemaRule rule) where T : struct
    {
        ArgumentNullException.ThrowIfNull(write);
        if (value is not { } there)
        {
            return;
        }

        using var document = JsonDocument.Parse(JsonBody.Write(there, write));
        TypedRule(member, document.RootElement, rule);
    }
}
