namespace UploadGen.Core;

/// <content>Keywords that limit strings.</content>
public partial struct Validation
{
    /// <summary><c>minLength</c>, in code points.</summary>
    /// <param name="member">The member.</param>
    /// <param name="value">Its value.</param>
    /// <param name="limit">The limit.</param>
    public void MinLength(string member, string? value, long limit)
    {
        // A code point is one or two UTF-16 units, so most strings needn't be counted.
        if (value is null || value.Length / 2 >= limit)
        {
            return;
        }

        var length = CodePoints.Count(value);
        if (length < limit)
        {
            Add(member, "minLength", Text(limit), length);
        }
    }

    /// <summary><c>maxLength</c>, in code points.</summary>
    /// <param name="member">The member.</param>
    /// <param name="value">Its value.</param>
    /// <param name="limit">The limit.</param>
    public void MaxLength(string member, string? value, long limit)
    {
        if (value is null || value.Length <= limit)
        {
            return;
        }

        var length = CodePoints.Count(value);
        if (length > limit)
        {
            Add(member, "maxLength", Text(limit), length);
        }
    }

    /// <summary><c>pattern</c>: found anywhere in the value, as JSON Schema has it. A search that takes over a second is a violation that couldn't be judged.</summary>
    /// <param name="member">The member.</param>
    /// <param name="value">Its value.</param>
    /// <param name="pattern">The expression.</param>
    public void Pattern(string member, string? value, SchemaPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var isFound = value is null ? true : pattern.Judge(value);
        if (isFound == true)
        {
            return;
        }

        Add(member, "pattern", pattern.ToString(), value);
        if (isFound is null)
        {
            _violations![^1] = _violations[^1] with { IsUnjudged = true };
        }
    }

    /// <summary><c>format</c>, of those that can be checked.</summary>
    /// <param name="member">The member.</param>
    /// <param name="value">Its value.</param>
    /// <param name="format">The format.</param>
    public void Format(string member, string? value, string format)
    {
        if (value is not null && !StringFormat.IsValid(format, value))
        {
            Add(member, "format", format, value);
        }
    }
}
