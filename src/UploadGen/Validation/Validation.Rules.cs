using System.Text.Json;

namespace UploadGen.Core;

/// <summary>Schemas that no types and single checks can express: they are put to the JSON that will be sent.</summary>
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

    /// <summary>What the rule of a type says of a member's parts is told without them: it doesn't know which are secret.</summary>
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
        // What lacks a value that it must have can't be written, and is told of already.
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
