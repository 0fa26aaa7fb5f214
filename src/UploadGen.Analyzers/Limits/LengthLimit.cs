namespace UploadGen.Analyzers.Limits;

/// <summary>A limit on the length of a string, or the count of a collection's items.</summary>
/// <param name="minimum">Least length; 0 if there is no limit.</param>
/// <param name="maximum">Greatest length; null if there is no limit.</param>
/// <param name="countsCodePoints">Does a surrogate pair, such as an emoji, count once? Otherwise it counts twice, as in <see cref="string.Length"/>.</param>
/// <param name="limitsItems">Is the member a collection?</param>
internal sealed class LengthLimit(int minimum, int? maximum, bool countsCodePoints, bool limitsItems) : ILimit
{
    public string Allowed => LimitText.Span(
        minimum == 0 ? null : LimitText.Number(minimum),
        maximum is { } most ? LimitText.Number(most) : null,
        limitsItems ? "item" : "character");

    public string? FindBreach(object constant)
    {
        var length = constant switch
        {
            string text when !limitsItems => countsCodePoints ? CodePoints(text) : text.Length,
            CollectionLiteral items when limitsItems => items.Count,
            _ => (int?)null,
        };
        return length is { } actual && (actual < minimum || actual > maximum) ? LimitText.Number(actual) : null;
    }

    private static int CodePoints(string text)
    {
        var count = 0;
        for (var index = 0; index < text.Length; index++)
        {
            count++;
            if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
            {
                index++;
            }
        }

        return count;
    }
}
