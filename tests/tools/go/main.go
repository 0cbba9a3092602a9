// The pipeline's both ends with the AWS SDK for Go: records of every shard, objects small and in
// parts, messages; and an error by its type. The endpoint and the keys come from the environment.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	ktypes "github.com/aws/aws-sdk-go-v2/service/kinesis/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

const records = 20

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
	defer cancel()
	settings, err := config.LoadDefaultConfig(ctx)
	check(err)
	streams(ctx, kinesis.NewFromConfig(settings))
	objects(ctx, s3.NewFromConfig(settings))
	messages(ctx, sqs.NewFromConfig(settings))
	fmt.Println("the Go SDK is served")
}

func streams(ctx context.Context, client *kinesis.Client) {
	name := aws.String("go-stream")
	_, err := client.CreateStream(ctx, &kinesis.CreateStreamInput{StreamName: name, ShardCount: aws.Int32(2)})
	check(err)
	waiter := kinesis.NewStreamExistsWaiter(client, func(o *kinesis.StreamExistsWaiterOptions) {
		o.MinDelay, o.MaxDelay = 100*time.Millisecond, time.Second
	})
	check(waiter.Wait(ctx, &kinesis.DescribeStreamInput{StreamName: name}, 30*time.Second))
	var entries []ktypes.PutRecordsRequestEntry
	for i := range records {
		key := fmt.Sprintf("key-%d", i)
		entries = append(entries, ktypes.PutRecordsRequestEntry{PartitionKey: &key, Data: []byte(key)})
	}
	put, err := client.PutRecords(ctx, &kinesis.PutRecordsInput{StreamName: name, Records: entries})
	check(err)
	expect("failed records", *put.FailedRecordCount, int32(0))

	shards, err := client.ListShards(ctx, &kinesis.ListShardsInput{StreamName: name})
	check(err)
	read := 0
	for _, shard := range shards.Shards {
		from, err := client.GetShardIterator(ctx, &kinesis.GetShardIteratorInput{
			StreamName: name, ShardId: shard.ShardId, ShardIteratorType: ktypes.ShardIteratorTypeTrimHorizon,
		})
		check(err)
		answer, err := client.GetRecords(ctx, &kinesis.GetRecordsInput{ShardIterator: from.ShardIterator})
		check(err)
		for _, record := range answer.Records {
			expect("data", string(record.Data), *record.PartitionKey)
			read++
		}
	}
	expect("records read", read, records)
	_, err = client.DescribeStreamSummary(ctx, &kinesis.DescribeStreamSummaryInput{StreamName: aws.String("none")})
	var missing *ktypes.ResourceNotFoundException
	expect("the error's type", errors.As(err, &missing), true)
}

func objects(ctx context.Context, client *s3.Client) {
	bucket := aws.String("go-bucket")
	_, err := client.CreateBucket(ctx, &s3.CreateBucketInput{Bucket: bucket})
	check(err)
	_, err = client.PutObject(ctx, &s3.PutObjectInput{
		Bucket: bucket, Key: aws.String("a b/ü.txt"), Body: strings.NewReader("small"),
		Metadata: map[string]string{"colour": "red"},
	})
	check(err)
	large := bytes.Repeat([]byte("0123456789abcdef"), 1<<20)
	// Its body is signed in chunks with a checksum behind it, in four parts.
	uploader := manager.NewUploader(client, func(u *manager.Uploader) { u.PartSize = 5 << 20 })
	_, err = uploader.Upload(ctx, &s3.PutObjectInput{
		Bucket: bucket, Key: aws.String("large"), Body: bytes.NewReader(large),
		ChecksumAlgorithm: s3types.ChecksumAlgorithmCrc32,
	})
	check(err)
	small, err := client.GetObject(ctx, &s3.GetObjectInput{Bucket: bucket, Key: aws.String("a b/ü.txt")})
	check(err)
	text, err := io.ReadAll(small.Body)
	check(err)
	expect("the small object", string(text), "small")
	expect("its metadata", small.Metadata["colour"], "red")
	buffer := manager.NewWriteAtBuffer(nil)
	_, err = manager.NewDownloader(client).Download(ctx, buffer, &s3.GetObjectInput{Bucket: bucket, Key: aws.String("large")})
	check(err)
	expect("the large object", bytes.Equal(buffer.Bytes(), large), true)

	presigned, err := s3.NewPresignClient(client).PresignGetObject(ctx, &s3.GetObjectInput{Bucket: bucket, Key: aws.String("a b/ü.txt")})
	check(err)
	expect("a presigned URL", strings.Contains(presigned.URL, "X-Amz-Signature="), true)
	pages := s3.NewListObjectsV2Paginator(client, &s3.ListObjectsV2Input{Bucket: bucket, MaxKeys: aws.Int32(1)})
	count := 0
	for pages.HasMorePages() {
		page, err := pages.NextPage(ctx)
		check(err)
		count += len(page.Contents)
	}
	expect("listed objects", count, 2)
	_, err = client.GetObject(ctx, &s3.GetObjectInput{Bucket: bucket, Key: aws.String("none")})
	var missing *s3types.NoSuchKey
	expect("the error's type", errors.As(err, &missing), true)
}

func messages(ctx context.Context, client *sqs.Client) {
	queue, err := client.CreateQueue(ctx, &sqs.CreateQueueInput{QueueName: aws.String("go-queue")})
	check(err)
	// The SDK compares the digests that are answered with its own.
	_, err = client.SendMessage(ctx, &sqs.SendMessageInput{QueueUrl: queue.QueueUrl, MessageBody: aws.String("hello")})
	check(err)
	got, err := client.ReceiveMessage(ctx, &sqs.ReceiveMessageInput{QueueUrl: queue.QueueUrl, WaitTimeSeconds: 5})
	check(err)
	expect("the message", *got.Messages[0].Body, "hello")
	_, err = client.DeleteMessage(ctx, &sqs.DeleteMessageInput{QueueUrl: queue.QueueUrl, ReceiptHandle: got.Messages[0].ReceiptHandle})
	check(err)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func expect[T comparable](what string, is, should T) {
	if is != should {
		log.Fatalf("%s: %v instead of %v", what, is, should)
	}
}
