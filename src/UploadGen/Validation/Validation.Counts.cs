namespace UploadGen.Core;

/// <content>Keywords that limit how many items or members there are.</content>
public partial struct Validation
{
    /// <summary><c>minItems</c>.</summary>
    /// <param name="member">The member.</param>
    /// <param name="count">Number of items.</param>
    /// <param name="limit">The limit.</param>
    public void MinItems(string member, int? count, long limit)
    {
        if (count < limit)
        {
            Add(member, "minItems", Text(limit), count);
        }
    }

    /// <inheritdoc cref="MinItems(string, int?, long)" path="/param"/>
    /// <summary><c>maxItems</c>.</summary>
    public void MaxItems(string member, int? count, long limit)
    {
        if (count > limit)
        {
            Add(member, "maxItems", Text(limit), count);
        }
    }

    /// <inheritdoc cref="MinItems(string, int?, long)" path="/param"/>
    /// <summary><c>minProperties</c>.</summary>
    public void MinProperties(string member, int? count, long limit)
    {
        if (count < limit)
        {
            Add(member, "minProperties", Text(limit), count);
        }
    }

    /// <inheritdoc cref="MinItems(string, int?, long)" path="/param"/>
    /// <summary><c>maxProperties</c>.</summary>
    public void MaxProperties(string member, int? count, long limit)
    {
        if (count > limit)
        {
            Add(member, "maxProperties", Text(limit), count);
        }
    }
}
