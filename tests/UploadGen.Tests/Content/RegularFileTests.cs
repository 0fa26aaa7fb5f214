using System.Diagnostics;
using System.Net.Sockets;

namespace UploadGen.Tests;

/// <summary>What has a path and is no file: to open it would wait, or give other bytes than it has.</summary>
public sealed class RegularFileTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("uploadgen-");

    [Fact]
    public async Task A_pipe_is_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
        var path = Path.Combine(_folder.FullName, "pipe");
        using var made = Process.Start("mkfifo", path);
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);

        Refuses(path);
    }

    [Fact]
    public void A_socket_is_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows tells sockets from files itself.");
        var path = Path.Combine(_folder.FullName, "socket");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));

        Refuses(path);
    }

    [Fact]
    public async Task A_file_that_became_a_pipe_is_refused_when_it_is_opened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
        var path = Path.Combine(_folder.FullName, "file");
        await File.WriteAllBytesAsync(path, [], TestContext.Current.CancellationToken);
        var time = File.GetLastWriteTimeUtc(path);
        var content = UploadContent.FromFile(path);
        File.Delete(path);
        using var made = Process.Start("mkfifo", path);
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(path, time);

        Assert.Contains("isn't a file", Assert.Throws<IOException>(() => content.Source.Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_is_one_that_had_bytes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files.");
        var path = Path.Combine(_folder.FullName, "file");
        await File.WriteAllBytesAsync(path, [1, 2, 3], TestContext.Current.CancellationToken);
        var content = UploadContent.FromFile(path);
        File.Delete(path);
        using var made = Process.Start("mkfifo", path);
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("isn't a file", Assert.Throws<IOException>(() => content.Source.Open()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    public void A_device_is_no_file(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux is asked for the type of what a path leads to.");

        Refuses(path);
    }

    [Fact]
    public async Task A_file_of_the_system_that_says_that_it_is_empty_is_not_taken_for_an_empty_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has such files.");
        using var reader = new ContentReader(UploadContent.FromFile("/proc/self/status"));
        using var transfer = new Transfer(new TransferTimeouts(Minute, Minute, Minute), null, TestContext.Current.CancellationToken);

        var failure = await Assert.ThrowsAsync<IOException>(() => reader.CopyToAsync(Stream.Null, transfer, TestContext.Current.CancellationToken));

        Assert.Contains("has more than the 0 bytes announced", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_one()
    {
        var path = Path.Combine(_folder.FullName, "empty");
        File.WriteAllBytes(path, []);

        using var stream = UploadContent.FromFile(path).Source.Open();

        Assert.Equal(0, stream.Length);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Refuses(string path)
    {
        var failure = Assert.Throws<IOException>(() => UploadContent.FromFile(path));
        Assert.StartsWith($"'{path}' isn't a file, but a pipe, a socket or a device.", failure.Message, StringComparison.Ordinal);
    }
}
