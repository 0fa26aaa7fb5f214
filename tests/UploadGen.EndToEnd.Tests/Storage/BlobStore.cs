using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace UploadGen.EndToEnd.Tests.Storage;

/// <summary>A container of Azure blobs: signs what may be done with it, and looks into it.</summary>
/// <param name="endpoint">The blob service's address, the account's name included.</param>
internal sealed class BlobStore(Uri endpoint) : IDisposable
{
    public const string Account = "uploadgen";
    public const string AccountKey = "VXBsb2FkR2VuIHRlc3RzJyBhY2NvdW50IGtleSAwMTIzNDU2Nzg5";

    private const string Container = "uploads";
    private const string Version = "2021-12-02";

    private readonly HttpClient _http = new();

    /// <summary>A URL that allows to create and write one blob until a point of time.</summary>
    public string SignPut(string name, DateTimeOffset expiry) => Sign(name, "cw", expiry);

    /// <summary>A URL that allows to do with one blob until a point of time what is said: <c>r</c> to read, <c>c</c> to create, <c>w</c> to write.</summary>
    public string Sign(string name, string permissions, DateTimeOffset expiry) => Address(name) + "?" + ServiceSignature(name, permissions, expiry);

    /// <summary>The blob under a name.</summary>
    public Task<StoredObject?> FindAsync(string name)
        => StoredObject.ReadAsync(_http, Address(name) + "?" + ServiceSignature(name, "r", DateTimeOffset.UtcNow.AddMinutes(10)));

    public async Task CreateContainerAsync()
    {
        var url = $"{endpoint}/{Container}?restype=container&{AccountSignature()}";
        using var response = await _http.PutAsync(new Uri(url), content: null);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    public void Dispose() => _http.Dispose();

    private string Address(string name) => $"{endpoint}/{Container}/{Uri.EscapeDataString(name)}";

    /// <summary>A service SAS for one blob.</summary>
    private static string ServiceSignature(string name, string permissions, DateTimeOffset expiry)
    {
        var until = Time(expiry);
        // Permissions, start, expiry, resource, identifier, IP, protocol, version, kind (b: blob), snapshot, encryption scope, five headers of the answer.
        var signature = Sign([permissions, "", until, $"/blob/{Account}/{Container}/{name}", "", "", "", Version, "b", "", "", "", "", "", "", ""]);
        return $"sv={Version}&sr=b&se={Uri.EscapeDataString(until)}&sp={permissions}&sig={Uri.EscapeDataString(signature)}";
    }

    /// <summary>An account SAS to create containers.</summary>
    private static string AccountSignature()
    {
        var until = Time(DateTimeOffset.UtcNow.AddMinutes(10));
        // Account, permissions, services (b: blobs), resource types (c: containers), start, expiry, IP, protocol, version, encryption scope, and a line's end.
        var signature = Sign([Account, "cw", "b", "c", "", until, "", "", Version, "", ""]);
        return $"sv={Version}&ss=b&srt=c&sp=cw&se={Uri.EscapeDataString(until)}&sig={Uri.EscapeDataString(signature)}";
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Sign(string[] fields)
        => Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(AccountKey), Encoding.UTF8.GetBytes(string.Join('\n', fields))));
}
