namespace UploadGen.Core;

/// <content>Keywords that limit numbers.</content>
public partial struct Validation
{
    /// <summary><c>minimum</c> of an integer.</summary>
    /// <param name="member">The member.</param>
    /// <param name="value">Its value.</param>
    /// <param name="limit">The limit.</param>
    public void Minimum(string member, long? value, long limit)
    {
        if (value < limit)
        {
            Add(member, "minimum", Text(limit), value);
        }
    }

    /// <inheritdoc cref="Minimum(string, long?, long)" path="/param"/>
    /// <summary><c>minimum</c> of a number.</summary>
    public void Minimum(string member, double? value, double limit)
    {
        if (value < limit)
        {
            Add(member, "minimum", Text(limit), value);
        }
    }

    /// <inheritdoc cref="Minimum(string, long?, long)" path="/param"/>
    /// <summary><c>minimum</c> of a number, exact.</summary>
    public void Minimum(string member, decimal? value, decimal limit)
    {
        if (value < limit)
        {
            Add(member, "minimum", Text(limit), value);
        }
    }

    /// <inheritdoc cref="Minimum(string, long?, long)" path="/param"/>
    /// <summary><c>maximum</c> of an integer.</summary>
    public void Maximum(string member, long? value, long limit)
    {
        if (value > limit)
        {
            Add(member, "maximum", Text(limit), value);
        }
    }

    /// <inheritdoc cref="Minimum(string, long?, long)" path="/param"/>
    /// <summary><c>maximum</c> of a number.</summary>
    public void Maximum(string member, double? value, double limit)
    {
        if (value > limit)
        {
            Add(member, "maximum", Text(limit), value);
        }
    }

    /// <inheritdoc cref="Minimum(string, long?, long)" path="/param"/>
    /// <summary><c>maximum</c> of a number, exact.</summary>
    public void Maximum(string member, decimal? value, decimal limit)
    {
        if (value > limit)
        {
            Add(member, "maximum", Text(limit), value);
        }
    }

    /// <inheritdoc cref="Minimum(string, long?, long)" path="/param"/>
    /// <summary><c>exclusiveMinimum</c> of an integer.</summary>
    public void ExclusiveMinimum(string member, long? value, long limit)
    {
        if (value <= limit)
        {
            Add(member, "exclusiveMinimum", Text(limit), value);
        }
    }

    /// <inheritdoc cref="Minimum(string, long?, long)" path="/param"/>
    /// <summary><c>exclusiveMinimum</c> of a number.</summary>
    public void ExclusiveMinimum(string member, double? value, double limit)
    {
        if (value <= limit)
        {
            Add(member, "exclusiveMinimum", Text(limit), value);
        }
    }

    /// <inheritdoc cref="Minimum(string, long?, long)" path="/param"/>
    /// <summary><c>exclusiveMinimum</c> of a number, exact.</summary>
    public void ExclusiveMinimum(string member, decimal? value, decimal limit)
    {
        if (value <= limit)
        {
            Add(member, "exclusiveMinimum", Text(limit), value);
        }
    }

    /// <inheritdoc cref="Minimum(string, long?, long)" path="/param"/>
    /// <summary><c>exclusiveMaximum</c> of an integer.</summary>
    public void ExclusiveMaximum(string member, long? value, long limit)
    {
        if (value >= limit)
        {
            Add(member, "exclusiveMaximum", Text(limit), value);
        }
    }

    /// <inheritdoc cref="Minimum(string, long?, long)" path="/param"/>
    /// <summary><c>exclusiveMaximum</c> of a number.</summary>
    public void ExclusiveMaximum(string member, double? value, double limit)
    {
        if (value >= limit)
        {
            Add(member, "exclusiveMaximum", Text(limit), value);
        }
    }

    /// <inheritdoc cref="Minimum(string, long?, long)" path="/param"/>
    /// <summary><c>exclusiveMaximum</c> of a number, exact.</summary>
    public void ExclusiveMaximum(string member, decimal? value, decimal limit)
    {
        if (value >= limit)
        {
            Add(member, "exclusiveMaximum", Text(limit), value);
        }
    }

    /// <summary><c>multipleOf</c> of an integer.</summary>
    /// <param name="member">The member.</param>
    /// <param name="value">Its value.</param>
    /// <param name="divisor">The divisor, above 0.</param>
    public void MultipleOf(string member, long? value, long divisor)
    {
        if (value % divisor is not (null or 0))
        {
            Add(member, "multipleOf", Text(divisor), value);
        }
    }

    /// <inheritdoc cref="MultipleOf(string, long?, long)" path="/param"/>
    /// <summary><c>multipleOf</c> of a number; as decimals where both fit, so that 0.3 is a multiple of 0.1.</summary>
    public void MultipleOf(string member, double? value, double divisor)
    {
        if (value is { } number && !IsMultiple(number, divisor))
        {
            Add(member, "multipleOf", Text(divisor), number);
        }
    }

    /// <inheritdoc cref="MultipleOf(string, long?, long)" path="/param"/>
    /// <summary><c>multipleOf</c> of a number, exact.</summary>
    public void MultipleOf(string member, decimal? value, decimal divisor)
    {
        if (value % divisor is not (null or 0))
        {
            Add(member, "multipleOf", Text(divisor), value);
        }
    }

    /// <inheritdoc cref="MultipleOf(string, long?, long)" path="/param"/>
    /// <summary><c>multipleOf</c> of a number of single precision; as the decimals it is written in.</summary>
    public void MultipleOf(string member, float? value, float divisor)
    {
        if (value is { } number && !IsMultiple(number, divisor))
        {
            Add(member, "multipleOf", Text(divisor), number);
        }
    }

    internal static bool IsMultiple(double value, double divisor)
    {
        try
        {
            return (decimal)value % (decimal)divisor == 0;
        }
        catch (Exception beyond) when (beyond is OverflowException or DivideByZeroException)
        {
            return Math.IEEERemainder(value, divisor) == 0;
        }
    }

    /// <summary>A float has no more than seven digits that mean anything.</summary>
    internal static bool IsMultiple(float value, double divisor)
    {
        try
        {
            return (decimal)value % (decimal)divisor == 0;
        }
        catch (Exception beyond) when (beyond is OverflowException or DivideByZeroException)
        {
            return Math.IEEERemainder(value, divisor) == 0;
        }
    }
}
