// Writes each record of a batch to the bucket that the variable BUCKET names.
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

const s3 = new S3Client({ forcePathStyle: true });

export const handler = async (event) => {
    for (const record of event.Records) {
        await s3.send(new PutObjectCommand({
            Bucket: process.env.BUCKET,
            Key: `record-${record.eventID}.txt`,
            Body: Buffer.from(record.kinesis.data, "base64"),
        }));
    }
};
