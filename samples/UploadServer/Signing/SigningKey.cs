using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace UploadServer.Signing;

/// <summary>The key pair that URLs are signed with, after AWS Signature Version 4.</summary>
internal sealed record SigningKey(string AccessKeyId, string SecretKey)
{
    private const string Region = "us-east-1";
    private const string Service = "s3";
    private const string Terminator = "aws4_request";

    public static SigningKey Create()
        => new("UPLOAD" + RandomNumberGenerator.GetHexString(14), RandomNumberGenerator.GetHexString(40));

    /// <summary>What the key is good for: one day, region and service.</summary>
    public static string Scope(DateTimeOffset date) => $"{Day(date)}/{Region}/{Service}/{Terminator}";

    public string Credential(DateTimeOffset date) => $"{AccessKeyId}/{Scope(date)}";

    /// <summary>The signature, as lowercase hexadecimal digits.</summary>
    public string Sign(string stringToSign, DateTimeOffset date)
    {
        var key = Encoding.UTF8.GetBytes("AWS4" + SecretKey);
        foreach (var part in (string[])[Day(date), Region, Service, Terminator])
        {
            key = Mac(key, part);
        }

        return Convert.ToHexStringLower(Mac(key, stringToSign));
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Day(DateTimeOffset date) => date.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
