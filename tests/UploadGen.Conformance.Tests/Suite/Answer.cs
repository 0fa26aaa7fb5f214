using System.Text.Json;

namespace UploadGen.Conformance.Tests.Suite;

/// <summary>Checks what a client made of an answer.</summary>
internal static class Answer
{
    /// <summary>Whether two values are of the same type, and the same as JSON.</summary>
    public static void Is<T>(T expected, T actual)
    {
        if (expected is not System.Collections.IEnumerable)
        {
            Assert.Equal(expected?.GetType(), actual?.GetType());
        }

        Assert.Equal(Json(expected), Json(actual));
    }

    /// <summary>Whether an answer has these bytes.</summary>
    public static async Task HasBytes(byte[] expected, Task<Stream> answer)
    {
        await using var stream = await answer;
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        Assert.Equal(expected, bytes.ToArray());
    }

    /// <summary>Whether a call is refused with an error of a type.</summary>
    public static async Task<T> Refused<T>(int status, Task call)
    {
        var exception = await Assert.ThrowsAsync<ApiException<T>>(() => call);
        Assert.Equal(status, exception.StatusCode);
        return exception.Error;
    }

    public static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize<object?>(value);
}
