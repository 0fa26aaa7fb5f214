using System.Globalization;

namespace UploadGen.Core;

/// <content>Bodies whose items are sent as they come.</content>
public sealed partial class ApiRequest
{
    private Func<Transfer, HttpContent>? _items;
    private bool _hasTakenItems;
    private bool _checksItems;
    private bool _sendsUnjudged;

    /// <summary>Sets a body with a JSON value on each line, each sent as it comes and checked against its limits before.</summary>
    /// <typeparam name="T">Type of an item.</typeparam>
    /// <param name="items">The items; <see langword="null"/> sends no body.</param>
    /// <param name="write">Writes an item.</param>
    /// <param name="contentType">The body's media type.</param>
    public ApiRequest JsonLines<T>(IAsyncEnumerable<T>? items, JsonWrite<T> write, string contentType) => Items(items, write, contentType, before: []);

    /// <summary>Sets a body that is a JSON text sequence (RFC 7464). Each item is sent as it comes, and checked against its limits before.</summary>
    /// <typeparam name="T">Type of an item.</typeparam>
    /// <param name="items">The items; <see langword="null"/> sends no body.</param>
    /// <param name="write">Writes an item.</param>
    /// <param name="contentType">The body's media type.</param>
    public ApiRequest JsonSequence<T>(IAsyncEnumerable<T>? items, JsonWrite<T> write, string contentType) => Items(items, write, contentType, before: [0x1E]);

    private ApiRequest Items<T>(IAsyncEnumerable<T>? items, JsonWrite<T> write, string contentType, byte[] before)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (items is null)
        {
            return this;
        }

        _contentType = contentType;
        _items = transfer => new ItemsBody<T>(items, Line, transfer);
        return this;

        byte[] Line(T item, long index)
        {
            // What gave the items may give others the next time: the request isn't sent again.
            _hasTakenItems = true;
            Check(item, index);
            return [.. before, .. JsonBody.Write(item, write).Span, (byte)'\n'];
        }
    }

    /// <summary>Has each item checked against its limits before it is sent.</summary>
    /// <param name="sendsUnjudged">Whether what couldn't be judged is let pass.</param>
    internal void CheckItems(bool sendsUnjudged) => (_checksItems, _sendsUnjudged) = (true, sendsUnjudged);

    private void Check<T>(T item, long index)
    {
        if (!_checksItems || item is not IValidatable validatable)
        {
            return;
        }

        var validation = default(Validation);
        validation.Nested(index.ToString(CultureInfo.InvariantCulture), validatable);
        ThrowIfInvalid(validation, _sendsUnjudged);
    }
}
