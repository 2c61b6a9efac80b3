using System.Buffers.Binary;
using System.Text;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>
/// As much of MessagePack as Blazor's hub speaks: nothing, true and false, whole numbers, text, bytes, lists and maps.
/// https://github.com/msgpack/msgpack/blob/master/spec.md
/// </summary>
internal static class HubPack
{
    /// <summary>One message with its length in front, as SignalR frames it.</summary>
    public static byte[] Frame(params object?[] message)
    {
        using var packed = new MemoryStream();
        Write(packed, message);
        using var framed = new MemoryStream();
        for (var left = (uint)packed.Length; ;)
        {
            var part = (byte)(left & 127);
            left >>= 7;
            framed.WriteByte(left > 0 ? (byte)(part | 128) : part);
            if (left is 0)
                break;
        }

        packed.WriteTo(framed);
        return framed.ToArray();
    }

    /// <summary>The messages that are whole in what came so far, and how many bytes they take.</summary>
    public static (List<object?[]> Messages, int Read) Unframe(ReadOnlySpan<byte> received)
    {
        var (messages, read) = (new List<object?[]>(), 0);
        while (true)
        {
            var (length, at, shift) = (0, read, 0);
            byte part;
            do
            {
                if (at >= received.Length)
                    return (messages, read);
                part = received[at++];
                length |= (part & 127) << shift;
                shift += 7;
            }
            while ((part & 128) is not 0);
            if (at + length > received.Length)
                return (messages, read);
            var place = 0;
            messages.Add((object?[])Read(received.Slice(at, length), ref place)!);
            read = at + length;
        }
    }

    private static void Write(Stream to, object? value)
    {
        switch (value)
        {
            case null:
                to.WriteByte(0xC0);
                break;
            case bool truth:
                to.WriteByte(truth ? (byte)0xC3 : (byte)0xC2);
                break;
            case long number:
                to.WriteByte(0xD3);
                var eight = new byte[8];
                BinaryPrimitives.WriteInt64BigEndian(eight, number);
                to.Write(eight);
                break;
            case int small:
                Write(to, (long)small);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                to.WriteByte(0xDB);
                var four = new byte[4];
                BinaryPrimitives.WriteInt32BigEndian(four, bytes.Length);
                to.Write(four);
                to.Write(bytes);
                break;
            case Dictionary<string, string>:
                to.WriteByte(0x80);
                break;
            case object?[] list:
                to.WriteByte((byte)(0x90 | list.Length));
                foreach (var one in list)
                    Write(to, one);
                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    private static object? Read(ReadOnlySpan<byte> from, ref int at)
    {
        var kind = from[at++];
        return kind switch
        {
            < 0x80 => (long)kind,
            < 0x90 => Map(from, ref at, kind & 15),
            < 0xA0 => List(from, ref at, kind & 15),
            < 0xC0 => Text(from, ref at, kind & 31),
            0xC0 => null,
            0xC2 => false,
            0xC3 => true,
            0xC4 => Bytes(from, ref at, (int)Number(from, ref at, 1)),
            0xC5 => Bytes(from, ref at, (int)Number(from, ref at, 2)),
            0xC6 => Bytes(from, ref at, (int)Number(from, ref at, 4)),
            0xCC or 0xD0 => Number(from, ref at, 1),
            0xCD or 0xD1 => Number(from, ref at, 2),
            0xCE or 0xD2 => Number(from, ref at, 4),
            0xCF or 0xD3 => Number(from, ref at, 8),
            0xD9 => Text(from, ref at, (int)Number(from, ref at, 1)),
            0xDA => Text(from, ref at, (int)Number(from, ref at, 2)),
            0xDB => Text(from, ref at, (int)Number(from, ref at, 4)),
            0xDC => List(from, ref at, (int)Number(from, ref at, 2)),
            >= 0xE0 => (long)(sbyte)kind,
            _ => throw new NotSupportedException($"0x{kind:X2}"),
        };
    }

    // Of the numbers that the hub sends none is below zero.
    private static long Number(ReadOnlySpan<byte> from, ref int at, int size)
    {
        long number = 0;
        for (var end = at + size; at < end; at++)
            number = number << 8 | from[at];
        return number;
    }

    private static byte[] Bytes(ReadOnlySpan<byte> from, ref int at, int length)
    {
        at += length;
        return from.Slice(at - length, length).ToArray();
    }

    private static string Text(ReadOnlySpan<byte> from, ref int at, int length)
    {
        at += length;
        return Encoding.UTF8.GetString(from.Slice(at - length, length));
    }

    private static object?[] List(ReadOnlySpan<byte> from, ref int at, int count)
    {
        var list = new object?[count];
        for (var one = 0; one < count; one++)
            list[one] = Read(from, ref at);
        return list;
    }

    private static object? Map(ReadOnlySpan<byte> from, ref int at, int count)
    {
        for (var one = 0; one < count * 2; one++)
            Read(from, ref at);
        return null;
    }
}
